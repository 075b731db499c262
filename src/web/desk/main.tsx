// Starts the desk: language, then the page, then its fonts, which nobody should have to wait for.
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { createRoot } from 'react-dom/client'
import { queries, whenSignedOut } from '#web/call.ts'
import { startLang, useLang } from '#web/lang.ts'
import { closeLine } from '#web/live.ts'
import { router } from './routes.tsx'

startLang()
whenSignedOut(() => {
  closeLine()
  const here = router.state.location
  if (here.pathname === '/desk/sign-in' || here.pathname === '/desk/join') return
  void router.navigate({
    to: '/desk/sign-in',
    search: here.href === '/desk' ? {} : { to: here.href },
    replace: true,
  })
})

function Desk() {
  const lang = useLang()
  return (
    <I18nProvider locale={lang === 'zh' ? 'zh-CN' : 'en-US'}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  )
}

createRoot(document.getElementById('page')!).render(
  <StrictMode>
    <Desk />
  </StrictMode>,
)
void import('../parts/desk-fonts.css')
