// The small part that needs a script: the filter while one types, addresses in examples, and trying an operation.
for (const code of document.querySelectorAll('[data-here]'))
  code.textContent = code.textContent.replace(/(^|\s)\/api\//g, `$1${location.origin}/api/`)

const filter = document.querySelector('[data-filter]')
filter?.addEventListener('input', () => {
  const asked = filter.value.trim().toLowerCase()
  let count = 0
  for (const row of document.querySelectorAll('[data-words]')) {
    row.hidden = !row.dataset.words.includes(asked)
    if (!row.hidden) count++
  }
  for (const part of document.querySelectorAll('main > section[id]'))
    part.hidden = !part.querySelector('li:not([hidden])')
  const found = document.querySelector('[data-found]')
  found.textContent = found.dataset.found.replace('{count}', String(count))
})

const form = document.querySelector('[data-try]')
if (form) {
  form.hidden = false
  const dialog = form.parentElement.querySelector('dialog')
  const fault = form.querySelector('.err')
  const answer = form.querySelector('.answer')
  const picture = answer.querySelector('img')
  let sent = 0

  const say = (text) => {
    fault.textContent = text
    fault.hidden = !text
  }

  const show = async (response, at) => {
    const type = response.headers.get('content-type') ?? ''
    const isText = type.startsWith('application/json')
    const code = answer.querySelector('code')
    answer.hidden = false
    picture.hidden = !type.startsWith('image/')
    if (isText) code.textContent = JSON.stringify(await response.json(), null, 2)
    else {
      const blob = await response.blob()
      code.textContent = `${type}, ${blob.size} B`
      if (!picture.hidden) picture.src = URL.createObjectURL(blob)
    }
    // The browser's own measure, from asking to the last byte; it is there once all has been read.
    const [timing] = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith(at))
    const took = timing ? ` · ${Math.round(timing.duration)} ms` : ''
    answer.querySelector('[data-status]').textContent = `${response.status}${took}`
  }

  const send = async (body) => {
    const token = form.elements.token.value.trim()
    const at = `/api/${form.dataset.try}`
    const headers = { 'content-type': 'application/json', 'accept-language': document.documentElement.lang }
    if (token) headers.authorization = `Bearer ${token}`
    // Each press is a change of its own.
    if (form.dataset.key) headers['idempotency-key'] = `${form.dataset.key}-${++sent}`
    const button = form.querySelector('.btn')
    button.disabled = true
    performance.clearResourceTimings()
    try {
      const response = await fetch(at, { method: 'POST', headers, body, credentials: token ? 'omit' : 'same-origin' })
      await show(response, at)
    } catch {
      say(form.dataset.lost)
    }
    button.disabled = false
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    say('')
    const body = form.elements.input.value
    try {
      JSON.parse(body)
    } catch (error) {
      say(form.dataset.notJson + error.message)
      form.elements.input.focus()
      return
    }
    if (!dialog) return send(body)
    dialog.returnValue = 'no'
    dialog.showModal()
    dialog.onclose = () => dialog.returnValue === 'yes' && send(body)
  })
}
