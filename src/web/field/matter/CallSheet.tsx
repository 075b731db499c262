// The reporter's full number: said first that the look is recorded, then shown, then one tap to call.
import { useMutation } from '@tanstack/react-query'
import { ask, type Output } from '#web/call.ts'
import type { CallProblem } from '#web/call-problem.ts'
import { useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { Icon } from '#web/parts/Icon.tsx'
import { Go } from '../Go.tsx'
import { SendNote } from '../SendNote.tsx'
import { Sheet, SheetFoot } from '../Sheet.tsx'
import type { SheetProps } from './RecordSheet.tsx'
import { matterWords } from './words.ts'

/** 138 0000 1234: a number that can be read aloud. */
const spaced = (phone: string): string => phone.replace(/^(1\d\d)(\d{4})(\d{4})$/, '$1 $2 $3')

export function CallSheet({ matter, onClose }: Pick<SheetProps, 'matter' | 'onClose'>) {
  const t = useWords(matterWords)
  // A command, not a kept question: an answer asked again by itself would be a look nobody took.
  const look = useMutation<Output<'matter.reveal'>, CallProblem>({
    mutationFn: () => ask('matter.reveal', { id: matter.id }),
  })
  const { name, phone } = look.data ?? matter.reporter
  return (
    <Sheet title={t('callTitle')} onClose={onClose}>
      <div className="number">
        <p>{name ?? t('noName')}</p>
        <p className="l nw">{phone ? spaced(phone) : t('noPhone')}</p>
      </div>
      {look.data ? null : <p className="note held">{t('callRecord')}</p>}
      <SheetFoot>
        <SendNote problem={look.error} />
        {look.data?.phone ? (
          <>
            <a className="btn primary block" href={`tel:${look.data.phone}`}>
              <Icon name="phone" />
              {t('callNow', { phone: spaced(look.data.phone) })}
            </a>
            {matter.can.includes('answer') ? (
              <Go to={`/matters/${matter.id}?do=answer`} replace className="btn block">
                {t('callThen')}
              </Go>
            ) : null}
          </>
        ) : (
          <Button look="primary" block busy={look.isPending} busyLabel={t('callShowing')} onPress={() => look.mutate()}>
            <Icon name="eye" />
            {t('callShow')}
          </Button>
        )}
      </SheetFoot>
    </Sheet>
  )
}
