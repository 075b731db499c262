// After each pause in typing: has somebody reported this already, and is there a number or a name in the words?
const near = $('[data-near]')
if (near && window.fetch) {
  let asked = ''
  let timer
  const ask = async () => {
    const text = words.value.trim()
    if (text === asked || text.length < 4) return
    asked = text
    const chosen = $('[name=sameAs]:checked', near) || $('[type=hidden][name=sameAs]')
    const body = new URLSearchParams({ words: text })
    if (chosen) body.set('sameAs', chosen.value)
    try {
      const answer = await fetch(near.dataset.near, { method: 'POST', body })
      if (!answer.ok || text !== asked) return
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      near.replaceChildren(...page.body.childNodes)
      if ($('[name=sameAs]', near)) $('[type=hidden][name=sameAs]')?.remove()
    } catch {
      // Without a line nobody is asked; the last step asks again.
    }
  }
  words.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(ask, 900)
  })
  ask()
}
