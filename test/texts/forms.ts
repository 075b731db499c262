// Texts that come back at once: in addresses, and in forms that a page shows again with what was typed.
import { formFields, parameterOf, queryNames, residentAddresses, residentPaths } from './pages.ts'
import type { Payload } from './payloads.ts'
import { openPlanter } from './plant.ts'
import { note, type Planting, type Walked } from './round.ts'
import { readings, type Watched } from './watch.ts'

const ROOM = 300
/** Marks far above those of stored texts, which may stand on the same page. */
const REFLECTED = 1_000_000

/** Sends a form as a page of ours would; values by name. */
const send = (watched: Watched, to: string, values: Readonly<Record<string, string>>) => async () => {
  const gone = watched.page.waitForNavigation({ waitUntil: 'load' })
  const form = { to, values }
  await watched.page.evaluate(`(({ to, values }) => {
    const form = document.body.appendChild(document.createElement('form'))
    form.method = 'post'
    form.action = to
    for (const [name, value] of Object.entries(values)) {
      const input = form.appendChild(document.createElement('textarea'))
      input.name = name
      input.value = value
    }
    form.submit()
  })(${JSON.stringify(form)})`)
  await gone
}

/** Every form with a payload in each field that any form has, and every address with one in each part. Counts into `walked`; not `twice`: each page once. */
export async function reflect(
  watched: Watched,
  planting: Planting,
  walked: Walked,
  list: readonly Payload[],
  { from = 0, twice = true } = {},
): Promise<number> {
  const planter = openPlanter(list, from % list.length, REFLECTED)
  let sent = 0
  const text = (name: string) => {
    const made = planter.text({ name, most: ROOM, secret: false })
    planter.keep(made, name)
    return made
  }
  const see = async (how: Parameters<Watched['open']>[0]) => {
    sent++
    const seen = await watched.open(how)
    note(walked, planting, { at: seen.at }, seen)
    const { whole, faults } = readings(seen.text, planter.kept)
    walked.faults.push(...faults)
    return whole.size
  }
  for (const route of residentPaths()) {
    const [method, at] = route.split(' ') as [string, string]
    const first = residentAddresses(planting.world, route)[0]!
    if (method === 'POST') {
      await watched.open('/')
      const values = Object.fromEntries(formFields().map((name) => [name, text(`form ${name}`)]))
      await see(send(watched, first, values))
      if (!twice) continue
      await watched.open('/')
      const { edit: _, language: __, letters: ___, ...fewer } = values
      await see(send(watched, first, { ...fewer, step: '3', solved: 'no' }))
    } else {
      const query = new URLSearchParams(queryNames().map((name) => [name, text(`query ${name}`)]))
      query.delete('lang')
      await see(`${first}?${query}`)
      const parameter = parameterOf(at)
      if (parameter && twice) await see(at.replace(`:${parameter}`, encodeURIComponent(text(`address ${parameter}`))))
    }
  }
  return sent
}
