// One account: who it is, which posts it holds, and what may be done with it.
import { roleWords } from '#modules/account/words.ts'
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { type Act, Buttons } from '../parts/Buttons.tsx'
import { RecordHead } from '../parts/RecordHead.tsx'
import { AccountState } from './AccountList.tsx'
import { DisableForm, EnableForm } from './account-forms.tsx'
import { GrantForm } from './GrantForm.tsx'
import { InviteForm } from './InviteForm.tsx'
import { PostTable } from './PostTable.tsx'
import { accountWords } from './words.ts'

type Account = Output<'account.get'>

export function AccountRecord({ id }: { readonly id: string }) {
  const { data, error, refetch } = useAnswer('account.get', { id })
  if (data) return <Read account={data} />
  return error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : <SkeletonText lines={8} />
}

function useActs(account: Account): Act[] {
  const t = useWords(accountWords)
  const all: Act[] = [
    { id: 'grant', label: t('grant'), form: (props) => <GrantForm account={account} {...props} /> },
    { id: 'invite', label: t('invite'), form: (props) => <InviteForm account={account} {...props} /> },
    { id: 'enable', label: t('enable'), form: (props) => <EnableForm account={account} {...props} /> },
    {
      id: 'disable',
      label: t('disable'),
      look: 'danger',
      form: (props) => <DisableForm account={account} {...props} />,
    },
  ]
  return all.filter(({ id }) => account.can.includes(id))
}

function Read({ account }: { readonly account: Account }) {
  const t = useWords(accountWords)
  const lang = useLang()
  const acts = useActs(account)
  const now = account.posts.find(({ ended }) => !ended)
  return (
    <>
      <RecordHead
        facts={
          <>
            <span>{account.login}</span>
            <AccountState account={account} />
          </>
        }
        title={pick(account.name, account.nameEn, lang)}
        address={`/desk/accounts/${account.id}`}
      >
        <p>
          {now ? `${now.areaName} ${roleWords[now.role][lang]}` : t('noPost')}
          {account.workPhone ? <span className="nw q"> {account.workPhone}</span> : null}
        </p>
      </RecordHead>
      <Buttons acts={acts} />
      <section className={acts.length > 0 ? 'posts' : 'posts first'}>
        <h2>{t('posts')}</h2>
        <PostTable account={account} />
      </section>
    </>
  )
}
