// Recording on the page: one press starts, one stops; each can be heard and taken back before it is sent.
const KINDS = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']

function recordVoices(field) {
  const { voices: most, seconds, again, stop, denied, full, drop, name } = field.dataset
  const [label, button, bar] = [$('.add', field), $('.rec', field), $('progress', field)]
  const [input, list, word, status] = [
    $('input[type=file]', field),
    $('.takes', field),
    $('span', button),
    $('[role=status]', field),
  ]
  const mimeType = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind))
  let takes = []
  let recorder
  let then
  let past = 0
  const rows = () => all('li', list)
  const show = () => {
    const data = new DataTransfer()
    for (const { file } of takes) data.items.add(file)
    input.files = data.files
    const room = rows().length < most
    button.hidden = !recorder && !room
    bar.hidden = !recorder
    button.classList.toggle('primary', Boolean(recorder))
    if (!recorder && rows().length) word.textContent = again
    status.textContent = room ? '' : full
  }
  const removal = (row) => {
    const off = make('button', { type: 'button', className: 'btn plain', textContent: drop })
    off.setAttribute('aria-label', `${drop} ${row.dataset.name}`)
    off.addEventListener('click', () => {
      takes = takes.filter((each) => each.row !== row)
      row.remove()
      show()
      button.focus()
    })
    return off
  }
  const named = (row, at) => {
    row.dataset.name = name.replace('{no}', at)
    return row
  }
  rows().forEach((row, at) => {
    $('.drop', row).replaceWith(removal(named(row, at + 1)))
  })
  const keep = (blob) => {
    const type = blob.type.split(';')[0]
    const file = new File([blob], `${name.replace('{no}', rows().length + 1)}.${type.split('/')[1]}`, { type })
    const row = named(make('li'), rows().length + 1)
    const sound = make('audio', { controls: true, src: URL.createObjectURL(file) })
    sound.setAttribute('aria-label', row.dataset.name)
    row.append(sound, removal(row))
    list.append(row)
    takes = [...takes, { file, row }]
  }
  const count = () => {
    bar.value = past
    word.textContent = stop.replace('{time}', `0:${String(past).padStart(2, '0')}`)
    past++
  }
  const start = async () => {
    let stream
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true })
    } catch {
      status.textContent = denied
      label.hidden = false
      button.hidden = true
      return
    }
    const parts = []
    recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: 24000 })
    past = 0
    const clock = setInterval(count, 1000)
    const end = setTimeout(() => recorder.stop(), seconds * 1000)
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
    recorder.addEventListener('stop', () => {
      clearInterval(clock)
      clearTimeout(end)
      for (const track of stream.getTracks()) track.stop()
      recorder = undefined
      if (parts.some(({ size }) => size)) keep(new Blob(parts, { type: mimeType }))
      show()
      if (then) then.form.requestSubmit(then)
    })
    recorder.start()
    show()
    count()
  }
  button.addEventListener('click', () => (recorder ? recorder.stop() : start()))
  // Whoever goes on while it records has said what he wanted to say.
  field.form.addEventListener('submit', (event) => {
    if (!recorder) return
    event.preventDefault()
    event.stopPropagation()
    then = event.submitter || sender(field.form)
    recorder.stop()
  })
  label.hidden = true
  show()
}
if (window.MediaRecorder && window.DataTransfer && navigator.mediaDevices && isSecureContext)
  for (const field of all('[data-voices]')) recordVoices(field)
