// What may be done with an entry, as buttons and the forms they open; the answer says which of them.
import { useWords } from '#web/lang.ts'
import type { Act } from '../parts/Buttons.tsx'
import { ChangePersonForm } from './ChangePersonForm.tsx'
import { DayForm, SureForm } from './DayForm.tsx'
import { JoinForm } from './JoinForm.tsx'
import { MergeForm } from './MergeForm.tsx'
import { MoveInForm } from './MoveInForm.tsx'
import type { Entry } from './PersonRecord.tsx'
import { RelocateForm } from './RelocateForm.tsx'
import { SlipForm } from './SlipForm.tsx'
import { PersonTieForm } from './TieForms.tsx'
import { registerWords } from './words.ts'

export function usePersonActs(entry: Entry): Act[] {
  const t = useWords(registerWords)
  const all: (Act & { readonly needs: string })[] = [
    {
      ...{ id: 'change', needs: 'change', label: t('change') },
      form: (props) => <ChangePersonForm entry={entry} {...props} />,
    },
    {
      ...{ id: 'moveOut', needs: 'moveOut', label: t('moveOut') },
      form: (props) => <DayForm of="moveOut" entry={entry} {...props} />,
    },
    {
      ...{ id: 'moveIn', needs: 'moveIn', label: t(entry.state === 'here' ? 'moveIn' : 'moveInBack') },
      form: (props) => <MoveInForm entry={entry} {...props} />,
    },
    {
      ...{ id: 'relocate', needs: entry.relocating?.state === 'open' ? '' : 'relocate', label: t('relocate') },
      form: (props) => <RelocateForm entry={entry} {...props} />,
    },
    {
      ...{ id: 'tie', needs: 'tie', label: t('addTie') },
      form: (props) => <PersonTieForm id={entry.id} {...props} />,
    },
    {
      ...{ id: 'setHead', needs: entry.relation === '02' ? '' : 'setHead', label: t('setHead') },
      form: (props) => <SureForm of="setHead" entry={entry} {...props} />,
    },
    {
      ...{ id: 'makeHousehold', needs: entry.householdId ? '' : 'makeHousehold', label: t('makeHousehold') },
      form: (props) => <SureForm of="makeHousehold" entry={entry} {...props} />,
    },
    { id: 'slip', needs: 'giveSlip', label: t('slip'), form: (props) => <SlipForm entry={entry} {...props} /> },
    {
      ...{ id: 'joinHousehold', needs: 'joinHousehold', label: t('joinHousehold'), look: 'plain' as const },
      form: (props) => <JoinForm entry={entry} {...props} />,
    },
    {
      ...{ id: 'leaveHousehold', needs: 'leaveHousehold', label: t('leaveHousehold'), look: 'plain' as const },
      form: (props) => <SureForm of="leaveHousehold" entry={entry} {...props} />,
    },
    {
      ...{ id: 'merge', needs: 'merge', label: t('merge'), look: 'plain' as const },
      form: (props) => <MergeForm entry={entry} {...props} />,
    },
    {
      ...{ id: 'die', needs: 'die', label: t('die'), look: 'plain' as const },
      form: (props) => <DayForm of="die" entry={entry} {...props} />,
    },
    {
      ...{ id: 'revive', needs: 'revive', label: t('revive') },
      form: (props) => <SureForm of="revive" entry={entry} {...props} />,
    },
    {
      ...{ id: 'unmerge', needs: 'unmerge', label: t('unmerge') },
      form: (props) => <SureForm of="unmerge" entry={entry} {...props} />,
    },
  ]
  return all.filter(({ needs }) => entry.can.includes(needs))
}
