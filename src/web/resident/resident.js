// What a phone can add to resident pages that work without it. `$`, `all` and `make` serve report.js and story.js, too.
const $ = (find, from = document) => from.querySelector(find)
const all = (find, from = document) => [...from.querySelectorAll(find)]
const make = (tag, props = {}, ...inside) => {
  const made = Object.assign(document.createElement(tag), props)
  made.append(...inside)
  return made
}
document.documentElement.classList.add('js')

// 大字版 changes in place, so nothing typed needs to be sent for it.
for (const button of all('[data-letters]'))
  button.addEventListener('click', (event) => {
    event.preventDefault()
    const big = document.body.classList.toggle('big')
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is missing in the browsers of many old phones
    document.cookie = `big=${big ? 1 : 0}; Path=/; Max-Age=31536000; SameSite=Lax`
    button.textContent = big ? button.dataset.normal : button.dataset.bigger
    if (button.name) button.value = big ? 'normal' : 'big'
  })

// One press sends once, and says so. Whoever comes back finds a button that works.
const sender = (form) => $('button.block:not([type])', form)
document.addEventListener('submit', (event) => {
  const form = event.target
  const button = sender(form)
  if (!form.dataset.busy || event.submitter?.hasAttribute('formnovalidate')) return
  if (button.dataset.was) return event.preventDefault()
  button.dataset.was = button.innerHTML
  button.classList.add('busy')
  button.textContent = form.dataset.busy
})
addEventListener('pageshow', () => {
  for (const button of all('form [data-was]')) {
    button.innerHTML = button.dataset.was
    delete button.dataset.was
    button.classList.remove('busy')
  }
})

// Receipts that the reader wanted this phone to remember; a phone that lets us store nothing never offers it.
const store = (() => {
  try {
    return localStorage
  } catch {
    return undefined
  }
})()
const mine = () => JSON.parse(store.getItem('linli.mine') || '[]')
const others = (receipt) => mine().filter((each) => each.receipt !== receipt)
const setMine = (list) => store.setItem('linli.mine', JSON.stringify(list.slice(0, 50)))

function offerKeeping(box) {
  const { keep: receipt, title } = box.dataset
  const [on, off] = all('button', box)
  const show = () => {
    const kept = others(receipt).length < mine().length
    on.hidden = kept
    $('p', box).hidden = !kept
  }
  const set = (list) => () => {
    setMine(list())
    show()
  }
  on.addEventListener(
    'click',
    set(() => [{ receipt, title }, ...others(receipt)]),
  )
  off.addEventListener(
    'click',
    set(() => others(receipt)),
  )
  box.hidden = false
  show()
}

function listKept(box) {
  const { title, forget, drop } = box.dataset
  const rows = mine().map((each) => {
    const row = make('li', {}, make('a', { href: `/r/${each.receipt}`, textContent: each.title }))
    const off = make('button', { type: 'button', className: 'btn plain', textContent: drop })
    off.setAttribute('aria-label', forget.replace('{title}', each.title))
    off.addEventListener('click', () => {
      setMine(others(each.receipt))
      listKept(box)
    })
    row.append(off)
    return row
  })
  box.hidden = rows.length === 0
  box.replaceChildren(make('h2', { textContent: title }), make('ul', { className: 'mine' }, ...rows))
}

if (store) {
  for (const box of all('[data-keep]')) offerKeeping(box)
  for (const box of all('[data-mine]')) listKept(box)
}
