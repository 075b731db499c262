// Lets new matters into an open list without moving what a finger is on.
import { useEffect, useMemo, useRef, useState } from 'react'

type Row = { readonly id: string }

/** A finger that has just left may still be on its way to the next button. */
const CALM_MS = 1_200
/** Further down than this, a new card above would push away what is being read. */
const SCROLLED_PX = 80
/** After a card has come in, a tap meant for what stood there is not taken. */
const SETTLE_MS = 500

/** Whether the page lies still: no finger on it, none lifted just now. */
function useCalm(): boolean {
  const [calm, setCalm] = useState(true)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const touch = () => {
      clearTimeout(timer)
      setCalm(false)
    }
    const leave = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setCalm(true), CALM_MS)
    }
    addEventListener('pointerdown', touch)
    for (const name of ['pointerup', 'pointercancel', 'touchend', 'touchcancel'] as const) addEventListener(name, leave)
    return () => {
      clearTimeout(timer)
      removeEventListener('pointerdown', touch)
      for (const name of ['pointerup', 'pointercancel', 'touchend', 'touchcancel'] as const)
        removeEventListener(name, leave)
    }
  }, [])
  return calm
}

function useScrolled(): boolean {
  const [scrolled, setScrolled] = useState(false)
  useEffect(() => {
    const look = () => setScrolled(scrollY > SCROLLED_PX)
    look()
    addEventListener('scroll', look, { passive: true })
    return () => removeEventListener('scroll', look)
  }, [])
  return scrolled
}

export type Arriving<T> = {
  readonly shown: readonly T[]
  /** How many wait above. */
  readonly waiting: number
  /** Came in just now: shown with a moment's tint. */
  readonly fresh: ReadonlySet<string>
  /** True for half a second after a card has come in. */
  readonly settling: boolean
  letIn(): void
}

const NONE: ReadonlySet<string> = new Set()

/**
 * What to show of a list that changes by itself. Known rows are brought up to date in their place, gone ones leave;
 * new ones come in when the page lies still at its top, else they are counted until somebody lets them in.
 */
export function useArriving<T extends Row>(rows: readonly T[] | undefined): Arriving<T> {
  const calm = useCalm()
  const scrolled = useScrolled()
  const [order, setOrder] = useState<readonly string[] | undefined>()
  const [fresh, setFresh] = useState(NONE)
  const [settling, setSettling] = useState(false)
  const last = useRef<readonly T[]>([])

  const news = useMemo(() => (order && rows ? rows.filter((row) => !order.includes(row.id)) : []), [order, rows])
  const take = (next: readonly T[]) => {
    if (order && news.length > 0) setFresh(new Set(news.map((row) => row.id)))
    setOrder(next.map((row) => row.id))
  }

  useEffect(() => {
    if (!rows || (order && (!calm || scrolled))) return
    const ids = rows.map((row) => row.id)
    if (order && ids.length === order.length && ids.every((id, at) => id === order[at])) return
    take(rows)
  })

  useEffect(() => {
    if (fresh.size === 0) return
    setSettling(true)
    const timer = setTimeout(() => setSettling(false), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [fresh])

  const shown = useMemo(() => {
    if (!rows) return last.current
    // Under a finger even a row that has gone stays where it is for a moment.
    const known = new Map([...(calm ? [] : last.current), ...rows].map((row) => [row.id, row]))
    return (order ?? rows.map((row) => row.id)).flatMap((id) => known.get(id) ?? [])
  }, [rows, order, calm])
  last.current = shown

  return { shown, waiting: news.length, fresh, settling, letIn: () => rows && take(rows) }
}
