// What a mediator and a desk do at the page of a dispute's file, as they do it.
import type { InputOf } from '#kernel/contract.ts'
import { mediation } from '#modules/mediation/contract.ts'
import type { Street } from '../street.ts'
import type { Town, Visitor } from './browser.ts'
import { passes } from './clock.ts'
import { act as acts, fill, form, sees, send } from './hands.ts'

export const TITLE = '桂园2号楼 楼上公司夜间噪声'

/** A dispute as 周晓岚 registers it: a flat and the office above. Gives the file. */
export async function registered(street: Street, more: Partial<InputOf<typeof mediation.apply>> = {}): Promise<string> {
  const { id } = await street.as('zhouxiaolan').do(mediation.apply, {
    ...{ gridId: await street.areaId('第12网格'), kind: 'RM02-02', title: TITLE, address: '桂园2号楼' },
    facts: '夜里十点后楼上拖椅子、开切纸机，孩子睡不好；公司说赶工期才加班。',
    requests: '晚八点以后停用设备，给地面做隔音。',
    parties: [
      { side: 'applicant', name: '孙竹梅', phone: '13800001234', address: '桂园2号楼301' },
      { side: 'respondent', kind: 'organisation', name: '禾木图文有限公司', legalRepresentative: '许见山' },
    ],
    ...more,
  })
  return id
}

/** The file's page, as it stands now. */
export async function look({ page }: Visitor, town: Town, file: string): Promise<void> {
  await page.goto(`${town.url}/desk/mediations/${file}`)
  await page.locator('.rec h1').waitFor()
}

/** One act with its form, until the form is put away. */
export async function act(visitor: Visitor, move: string, fields: Readonly<Record<string, string>> = {}) {
  await acts(visitor, move, fields, move)
  await visitor.page.getByRole('form', { name: move }).waitFor({ state: 'hidden' })
}

/** The same with boxes to tick. */
export async function actWith(
  visitor: Visitor,
  move: string,
  ticks: readonly string[],
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const opened = await form(visitor, move)
  for (const tick of ticks) await opened.getByRole('checkbox', { name: tick }).check()
  await fill(opened, fields)
  await send(visitor.page, opened.getByRole('button', { name: move }))
  await opened.waitFor({ state: 'hidden' })
}

/** Takes it, or signs for it, and names who mediates. */
export async function name(
  visitor: Visitor,
  move: string,
  lead: string,
  fields: Readonly<Record<string, string>> = {},
) {
  const opened = await form(visitor, move)
  await fill(opened, fields)
  await opened.getByLabel('主持调解员', { exact: true }).selectOption({ label: lead })
  await send(visitor.page, opened.getByRole('button', { name: move }))
  await opened.waitFor({ state: 'hidden' })
}

/** Some days later somebody signs in anew and opens the file. */
export async function onDay(
  { street, town }: { readonly street: Street; readonly town: Town },
  [day, time]: readonly [day: string, time: string],
  visitor: Visitor,
  login: string,
  file: string,
): Promise<void> {
  await passes(street, day, time)
  await town.signIn(visitor, login)
  await look(visitor, town, file)
}

/** The fields of a session held in the room on a day. */
export const session = (day: string, more: Readonly<Record<string, string>>) => ({
  ...{ 哪一天: day, 从: '14:30', 到: '16:00', 地点: '和议厅' },
  ...more,
})

/** Everybody signs, the stamp last, and the agreement takes effect. */
export async function signed(visitor: Visitor): Promise<void> {
  await sees(visitor, /还没签：/)
  for (let left = 4; left > 0; left--) {
    const signing = await form(visitor, '记签字或盖章')
    const signer = signing.getByLabel('谁签', { exact: true })
    const first = await signer.locator('option').first().textContent()
    const way = /委员会$/.test(first ?? '') ? '盖章' : '纸上签名'
    await signing.getByLabel('怎么签', { exact: true }).selectOption({ label: way })
    await send(visitor.page, signing.getByRole('button', { name: '记签字或盖章' }))
    await sees(visitor, left > 1 ? new RegExp(`还差 ${left - 1} 方签字`) : /签齐，协议生效/)
  }
  await act(visitor, '签齐，协议生效')
}
