// What a stylesheet may name: one page's classes are its own.
import type { Rule } from './rule.ts'
import { lineAt, type Source } from './source.ts'

/** Sheets of pages of the desk; what they all build on (src/web/parts, src/web/desk/parts) may be refined by each. */
const ofAPage = (path: string): boolean => /^src\/web\/desk\/(?!parts\/).*\.css$/.test(path)

/** Selectors that are one class and nothing else: they hold wherever the class stands. */
function bareClasses({ text }: Source): readonly { name: string; start: number }[] {
  const plain = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => ' '.repeat(comment.length))
  return [...plain.matchAll(/(?<=^|[{},])\s*(\.[a-z][\w-]*)\s*(?=[{,])/g)].map((match) => ({
    name: match[1]!,
    start: match.index + match[0].indexOf('.'),
  }))
}

export const styles: readonly Rule[] = [
  {
    name: 'no two pages of the desk style the same bare class',
    why: 'a stylesheet stays when its page is left, so the second page would look different after a visit to the first',
    faults(tree) {
      const first = new Map<string, string>()
      return tree
        .filter(({ path }) => ofAPage(path))
        .flatMap((file) =>
          bareClasses(file).flatMap(({ name, start }) => {
            const before = first.get(name) ?? file.path
            first.set(name, before)
            return before === file.path
              ? []
              : [`${file.path}:${lineAt(file.text, start)} ${name} is styled in ${before}`]
          }),
        )
    },
    good: [
      ['src/web/desk/a/a.css', '/* A page. */\n.posts {\n  margin: 0;\n}\n.posts h2 {\n  margin: 0;\n}\n'],
      ['src/web/desk/b/b.css', '/* Another page. */\n.room .posts {\n  margin: 0;\n}\n.rulings {\n  margin: 0;\n}\n'],
      ['src/web/desk/parts/layout.css', '/* What pages build on. */\n.rulings {\n  margin: 0;\n}\n'],
    ],
    bad: [
      ['src/web/desk/c/c.css', '/* A third page. */\n.posts {\n  margin: 1px;\n}\n'],
      [
        'src/web/desk/d/d.css',
        '/* In a phone’s width. */\n@media (max-width: 860px) {\n  .own,\n  .rulings {\n    margin: 1px;\n  }\n}\n',
      ],
    ],
  },
]
