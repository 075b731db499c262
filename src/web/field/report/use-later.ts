// A value once it has rested: a search asks for words, not for each keystroke.
import { useEffect, useState } from 'react'

const REST_MS = 250

export function useLater<T>(value: T): T {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}
