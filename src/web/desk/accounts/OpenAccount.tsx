// Opens an account for a colleague with a first post, and shows the invitation.
import { useNavigate } from '@tanstack/react-router'
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { Invitation } from './Invitation.tsx'
import { PostFields, postOf } from './PostFields.tsx'
import { accountWords } from './words.ts'

export function OpenAccount() {
  const t = useWords(accountWords)
  const navigate = useNavigate()
  const add = useCommand('account.add')
  const leave = () => void navigate({ to: '/desk/accounts/{-$id}', params: add.data ? { id: add.data.id } : {} })
  return (
    <>
      <h1 tabIndex={-1}>{t('openTitle')}</h1>
      <p className="q">{t('openNote')}</p>
      <div className="posts first">
        {add.data ? (
          <Invitation invitation={add.data} onDone={leave} />
        ) : (
          <Form
            label={t('openTitle')}
            send={t('saveOpen')}
            busy={add.isPending}
            problem={add.error}
            onCancel={leave}
            onSend={(value) =>
              add.mutate({
                input: {
                  login: value('login'),
                  name: value('name'),
                  nameEn: value('nameEn'),
                  workPhone: value('workPhone'),
                  ...postOf(value),
                },
              })
            }
          >
            <div className="row2">
              <LineField name="name" label={t('name')} required maxLength={40} />
              <LineField name="nameEn" label={t('nameEn')} maxLength={80} />
            </div>
            <div className="row2">
              <LineField
                name="login"
                label={t('login')}
                help={t('loginHelp')}
                pattern="[A-Za-z][A-Za-z0-9._\-]{2,39}"
                required
                maxLength={40}
                autoCapitalize="none"
                spellCheck={false}
              />
              <LineField name="workPhone" label={t('workPhone')} type="tel" maxLength={20} />
            </div>
            <PostFields />
          </Form>
        )}
      </div>
    </>
  )
}
