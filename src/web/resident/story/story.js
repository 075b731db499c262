// News of a matter: the page is asked for again when it changed, never under the hands of somebody who writes.
const live = $('[data-live]')
const news = $('[data-news]')

const writing = () =>
  document.activeElement.matches('main form *') ||
  all('textarea, input:not([type])', live).some((field) => field.value !== field.defaultValue) ||
  all('input[type=radio]', live).some((field) => field.checked !== field.defaultChecked)

async function renew() {
  const answer = await fetch(location.href)
  if (!answer.ok || writing()) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const open = all('details[open] > summary', live).map((summary) => summary.textContent)
  live.replaceChildren(...$('main', page).childNodes)
  for (const summary of all('summary', live)) if (open.includes(summary.textContent)) summary.parentElement.open = true
  document.title = page.title
  if (store) for (const box of all('[data-keep]', live)) offerKeeping(box)
  news.replaceChildren(make('span', { className: 'vh', textContent: $('.say', live).textContent }))
}

if (live && window.EventSource) {
  const tell = () => news.replaceChildren(make('a', { href: location.pathname, textContent: news.dataset.news }))
  new EventSource(`/api/live?receipt=${encodeURIComponent(live.dataset.live)}`).addEventListener('message', () =>
    writing() ? tell() : renew(),
  )
}

// It has been sent, so what was kept of it while typing goes.
if (location.search.includes('sent='))
  for (const name of Object.keys(sessionStorage)) if (name.startsWith('linli ')) sessionStorage.removeItem(name)
