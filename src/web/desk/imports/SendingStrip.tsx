// How far a file is on its way up: bytes, pace, time left; stopped by one press, sent again by one when the line broke.
import { useLang, useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { cancelSending, putAway, type Sending, sendAgain, useSending } from './sending.ts'
import { timeLeft } from './time-left.ts'
import { importWords } from './words.ts'

const KB = 1_000
const MB = 1_000_000

/** 128.4 MB; small ones in kB. */
function weight(bytes: number, lang: string): string {
  const [unit, word] = bytes >= MB ? [MB, 'MB'] : [KB, 'kB']
  const digits = bytes >= MB && bytes < 100 * MB ? 1 : 0
  return `${(bytes / unit).toLocaleString(lang, { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${word}`
}

export function SendingStrip() {
  const sending = useSending()
  if (!sending) return null
  return sending.problem ? <Broken sending={sending} /> : <OnItsWay sending={sending} />
}

function OnItsWay({ sending }: { readonly sending: Sending }) {
  const t = useWords(importWords)
  const lang = useLang()
  const { name, sent, total, rate, left } = sending
  const isThere = sent >= total
  const percent = Math.floor((sent / total) * 100)
  return (
    <section className="imp-sending" aria-label={t('sendingFile', { name })}>
      <div className="imp-sending-head">
        <b>{t('sendingFile', { name })}</b>
        <span className="q">{percent}%</span>
      </div>
      <progress value={sent} max={total} aria-label={t('sendingFile', { name })} />
      <div className="imp-sending-foot">
        <p>
          {isThere ? t('sendingEnd') : t('sentOf', { sent: weight(sent, lang), total: weight(total, lang) })}
          {!isThere && rate !== undefined ? t('sentRate', { rate: weight(rate, lang) }) : ''}
          {!isThere && left !== undefined ? t('left', { time: timeLeft(left, t) }) : ''}
          <span className="s q sub-line">{t('sendingStay')}</span>
        </p>
        <Button
          onPress={() => {
            cancelSending()
            tell(t('sendingCancelled'))
          }}
        >
          {t('sendingCancel')}
        </Button>
      </div>
    </section>
  )
}

function Broken({ sending }: { readonly sending: Sending }) {
  const t = useWords(importWords)
  const { name, problem } = sending
  return (
    <section className="imp-sending" aria-label={t('sendingBroken', { name })}>
      <b>{t('sendingBroken', { name })}</b>
      {problem?.isLost ? <p>{t('sendingLost')}</p> : <ProblemNote problem={problem} />}
      <div className="can">
        <Button look="primary" onPress={sendAgain}>
          {t('sendAgain')}
        </Button>
        <Button onPress={putAway}>{t('sendingPutAway')}</Button>
      </div>
    </section>
  )
}
