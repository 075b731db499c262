// Starts the field pages: the reader's language and type size first, then the page the address names.
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queries, whenSignedOut } from '#web/call.ts'
import { startLang } from '#web/lang.ts'
import { startBig } from './big.ts'
import { Frame } from './Frame.tsx'
import { go, startWay } from './way.ts'

startLang()
startBig()
startWay()
whenSignedOut(() => {
  if (location.pathname === '/field/sign-in') return
  const here = location.pathname.slice('/field'.length) + location.search
  go(`/sign-in?${new URLSearchParams({ next: here || '/' })}`, { replace: true })
})

// Without a network a question fails and a command says so at once, instead of waiting unseen for the line to return.
queries.setDefaultOptions({
  ...queries.getDefaultOptions(),
  queries: { ...queries.getDefaultOptions().queries, networkMode: 'always' },
  mutations: { networkMode: 'always' },
})

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Frame />
    </QueryClientProvider>
  </StrictMode>,
)
