// Places and their codes, a row each; what can be done with one opens under its row.
import { Fragment, useState } from 'react'
import { pick, useLang, useWords } from '#web/lang.ts'
import { Mark } from '#web/parts/State.tsx'
import type { Place } from './CodesRecord.tsx'
import { EndCodeForm } from './EndCodeForm.tsx'
import { sheetAddress } from './sheet-address.ts'
import { codeWords } from './words.ts'

type Open = { readonly id: string; readonly what: 'reissue' | 'retire' }

export function PlaceTable({ places }: { readonly places: readonly Place[] }) {
  const t = useWords(codeWords)
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  if (places.length === 0) return null
  return (
    <>
      <p className="s q">{t('checkHelp')}</p>
      <table className="t keeps-head">
        <thead>
          <tr>
            <th>{t('place')}</th>
            <th>{t('label')}</th>
            <th>{t('kind')}</th>
            <th>{t('checkWords')}</th>
            <th>
              <span className="vh">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <Fragment key={place.id}>
              <PlaceRow place={place} onOpen={(what) => setOpen({ id: place.id, what })} />
              {open?.id === place.id ? (
                <tr className="opened">
                  <td colSpan={5}>
                    <EndCodeForm key={open.what} place={place} what={open.what} onDone={close} onCancel={close} />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </>
  )
}

type PlaceRowProps = { readonly place: Place; readonly onOpen: (what: Open['what']) => void }

function PlaceRow({ place, onOpen }: PlaceRowProps) {
  const t = useWords(codeWords)
  const lang = useLang()
  const { id, name, nameEn, label, kindZh, kindEn, checkWords, url, retired, can, areaName } = place
  return (
    <tr>
      <td>
        {pick(name, nameEn, lang)}
        {areaName && !name.includes(areaName) ? <span className="s q sub-line">{areaName}</span> : null}
      </td>
      <td className="nw">{label}</td>
      <td>{pick(kindZh, kindEn, lang)}</td>
      <td className="nw">{checkWords}</td>
      <td>
        {retired ? (
          <Mark>{t('retired')}</Mark>
        ) : (
          <span className="row-tools">
            <a className="tool" href={sheetAddress({ id })} target="_blank" rel="noreferrer">
              {t('printOne')}
            </a>
            <a className="tool" href={new URL(url, location.origin).pathname} target="_blank" rel="noreferrer">
              {t('open')}
            </a>
            {can.includes('reissue') ? (
              <button type="button" className="tool" onClick={() => onOpen('reissue')}>
                {t('reissue')}
              </button>
            ) : null}
            {can.includes('retire') ? (
              <button type="button" className="tool" onClick={() => onOpen('retire')}>
                {t('retire')}
              </button>
            ) : null}
          </span>
        )}
      </td>
    </tr>
  )
}
