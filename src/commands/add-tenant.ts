// A new district with its first administrator, who is told where to come in.
import { asLinli, foundTenant } from './found-tenant.ts'
import type { Opened } from './open-house.ts'

type District = { readonly code: string; readonly name: string; readonly nameEn?: string }

export async function addTenant(
  opened: Opened,
  { code, name, nameEn = '' }: District,
  say: (line: string) => void,
): Promise<void> {
  const { tenant, areaId } = await foundTenant(opened.house, { code, name, nameEn, demo: false })
  const { page, endsAt } = await asLinli(opened.house, tenant)<{ page: string; endsAt: string }>('account.add', {
    login: `admin-${code}`,
    name: '系统管理员',
    nameEn: 'System administrator',
    role: 'system_admin',
    areaId,
  })
  say(`${name} 已建立。第一位系统管理员请在 ${endsAt} 前打开：\n  ${page}`)
}
