// Nothing that somebody wrote becomes markup, and what we wrote stays as it is.
import { describe, expect, it } from 'vitest'
import { fill, html, raw } from './html.ts'

const text = (markup: { text: string }) => markup.text

describe('html', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['" onmouseover="alert(1)', '&quot; onmouseover=&quot;alert(1)'],
    ["' autofocus onfocus='x", '&#39; autofocus onfocus=&#39;x'],
    ['</textarea><img src=x onerror=alert(1)>', '&lt;/textarea&gt;&lt;img src=x onerror=alert(1)&gt;'],
    ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
  ])('escapes %s in text and in attributes', (given, shown) => {
    expect(text(html`<p title="${given}">${given}</p>`)).toBe(`<p title="${shown}">${shown}</p>`)
  })

  it('escapes what stands in lists, and what only looks like markup', () => {
    expect(text(html`<ul>${['<a>', '<b>'].map((each) => html`<li>${each}</li>`)}</ul>`)).toBe(
      '<ul><li>&lt;a&gt;</li><li>&lt;b&gt;</li></ul>',
    )
    const disguised = { text: '<b>', toString: () => '<b>' } as unknown as string
    expect(() => text(html`<p>${disguised}</p>`)).toThrow()
  })

  it('keeps nested markup and leaves nothing for undefined, null and false', () => {
    expect(text(html`<p>${html`<b>${'a&b'}</b>`}${undefined}${null}${false}${0}</p>`)).toBe('<p><b>a&amp;b</b>0</p>')
  })

  it('drops line breaks beside tags, never those in values or inside a tag', () => {
    expect(
      text(html`
      <p>
        ${'一\n二'}
      </p>
      <a
        href="/">三</a>
    `),
    ).toBe('<p>一\n二</p><a\n        href="/">三</a>')
  })

  it('lets our own drawings through', () => {
    expect(text(html`<svg>${raw('<path d="M0 0"/>')}</svg>`)).toBe('<svg><path d="M0 0"/></svg>')
  })
})

describe('fill', () => {
  it('puts escaped values and markup into the gaps of a sentence', () => {
    expect(text(fill('{grid}，网格员{name}。{other}', { grid: '<12>', name: html`<b>${'周&'}</b>` }))).toBe(
      '&lt;12&gt;，网格员<b>周&amp;</b>。{other}',
    )
  })

  it('does not look for gaps inside values', () => {
    expect(text(fill('{a}{b}', { a: '{b}', b: 'x' }))).toBe('{b}x')
  })
})
