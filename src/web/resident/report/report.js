// Step 2 of a report on a phone: small photos with pictures, danger seen while typing, a draft that survives, the position by a tap.

// Photos are made small before they travel, shown, and taken back one by one. Sent too early, they go as they are.
const SIDE = 1600
async function small(file) {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height))
    if (scale === 1 && file.size < 4e5) return file
    const canvas = make('canvas', { width: picture.width * scale, height: picture.height * scale })
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.82))
    return new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' })
  } catch {
    return file
  }
}

function showPhotos(field) {
  const { photos: most, drop, photo, shrinking, full } = field.dataset
  const [camera, album] = all('input[type=file]', field)
  const list = $('.shots', field)
  const status = $('[data-status]', field)
  let chosen = []
  const rows = () => all('li', list)
  const carry = () => {
    const data = new DataTransfer()
    for (const { file } of chosen) data.items.add(file)
    album.files = data.files
    rows().forEach((row, at) => {
      $('img', row).alt = photo.replace('{no}', at + 1)
      $('button', row).setAttribute('aria-label', `${drop} ${photo.replace('{no}', at + 1)}`)
    })
    status.textContent = rows().length >= most ? full : ''
  }
  const removal = (row) => {
    const button = make('button', { type: 'button', className: 'btn', textContent: drop })
    button.addEventListener('click', () => {
      chosen = chosen.filter((each) => each.row !== row)
      row.remove()
      carry()
      camera.focus()
    })
    return make('div', { className: 'drop' }, button)
  }
  for (const row of rows()) $('.drop', row).replaceWith(removal(row))
  const add = async (input) => {
    const known = chosen.map(({ file }) => file)
    const added = [...input.files].filter((file) => !known.includes(file)).slice(0, most - rows().length)
    camera.value = ''
    const shots = added.map((file) => ({ file, row: make('li', {}, make('img', { src: URL.createObjectURL(file) })) }))
    for (const { row } of shots) {
      row.append(removal(row))
      list.append(row)
    }
    chosen = [...chosen, ...shots]
    carry()
    status.textContent = shrinking
    for (const shot of shots) shot.file = await small(shot.file)
    carry()
  }
  for (const input of [camera, album]) input.addEventListener('change', () => add(input))
}
if (window.DataTransfer && window.createImageBitmap) for (const field of all('[data-photos]')) showPhotos(field)

// Words that call for a phone bring the number up at once.
const words = $('#words')
const danger = $('[data-danger]')
if (danger) {
  const list = JSON.parse(danger.dataset.danger)
  const [said, link] = [$('p span', danger), $('a', danger)]
  const look = () => {
    const text = words.value.toLowerCase()
    const hit = list
      .flatMap((each) => each.words.map((word) => ({ ...each, word })))
      .find(({ word }) => text.includes(word))
    danger.hidden = !hit
    if (!hit || said.dataset.word === hit.word) return
    said.dataset.word = hit.word
    said.textContent = hit.say.replace('{word}', hit.word)
    link.href = `tel:${hit.call}`
    $('span', link).textContent = danger.dataset.call.replace('{call}', hit.call)
  }
  words.addEventListener('input', look)
  look()
}

// What is typed survives a look back, in this window only, until it is sent (story.js).
const form = $('[data-draft]')
if (form) {
  const name = `linli ${form.dataset.draft}`
  const typed = [words, $('#spot')]
  const saved = JSON.parse(sessionStorage.getItem(name) || '{}')
  for (const field of typed) if (!field.value) field.value = saved[field.id] || ''
  form.addEventListener('input', () =>
    sessionStorage.setItem(name, JSON.stringify(Object.fromEntries(typed.map((field) => [field.id, field.value])))),
  )
}

// The phone's position, only when asked for by a tap.
const where = $('[data-locate]')
if (where && navigator.geolocation && isSecureContext) {
  const [find, leave] = all('button', where)
  const [lon, lat] = all('input', where)
  const show = (text) => {
    $('p', where).textContent = text
    find.hidden = Boolean(lon.value)
    leave.hidden = !lon.value
  }
  const put = (at, text) => {
    lon.value = at ? at.longitude.toFixed(6) : ''
    lat.value = at ? at.latitude.toFixed(6) : ''
    show(text)
  }
  find.addEventListener('click', () => {
    show(where.dataset.locating)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => put(coords, where.dataset.located),
      () => show(where.dataset.failed),
      { enableHighAccuracy: true, timeout: 15000 },
    )
  })
  leave.addEventListener('click', () => put(undefined, ''))
  where.hidden = false
  show(lon.value ? where.dataset.located : '')
}
