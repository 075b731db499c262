// The tree, each branch asked for when it is opened.
import { useQueries } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Button, type Key, Tree, TreeItem, TreeItemContent } from 'react-aria-components/Tree'
import { levelWords } from '#modules/area/lifecycle.ts'
import { asking, type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { areaWords } from './words.ts'

type Area = Output<'area.tree'>['areas'][number]
type Branches = ReadonlyMap<string, readonly Area[]>

const FRESH_MS = 60_000

/** What lies under each opened branch, as far as it has been read. */
function useBranches(opened: readonly string[]): Branches {
  const answers = useQueries({
    queries: opened.map((under) => ({ ...asking('area.tree', { under }), staleTime: FRESH_MS })),
  })
  return new Map(opened.flatMap((under, at) => (answers[at]?.data ? [[under, answers[at].data.areas] as const] : [])))
}

type BranchProps = { readonly area: Area; readonly branches: Branches }

function Branch({ area, branches }: BranchProps) {
  const lang = useLang()
  const name = pick(area.name, area.nameEn, lang)
  return (
    <TreeItem id={area.id} textValue={name} hasChildItems={area.children > 0} className="tree-item">
      <TreeItemContent>
        {({ hasChildItems, level }) => (
          <span className="tree-row" style={{ paddingInlineStart: `calc(${level - 1} * var(--s-4))` }}>
            {hasChildItems ? (
              <Button slot="chevron" className="tree-chevron">
                <Icon name="next" />
              </Button>
            ) : (
              <span className="tree-chevron" />
            )}
            <span className="tree-name">{name}</span>
            <span className="s q">{levelWords[area.level][lang]}</span>
            <span className="s q num">{area.children > 0 ? area.children : ''}</span>
          </span>
        )}
      </TreeItemContent>
      {branches.get(area.id)?.map((child) => (
        <Branch key={child.id} area={child} branches={branches} />
      ))}
    </TreeItem>
  )
}

type AreaTreeProps = { readonly chosen: string | undefined; readonly onChoose: (id: string) => void }

export function AreaTree({ chosen, onChoose }: AreaTreeProps) {
  const t = useWords(areaWords)
  const top = useAnswer('area.tree', {}, { staleMs: FRESH_MS })
  const here = useAnswer('area.get', { id: chosen ?? '' }, { enabled: chosen !== undefined })
  const [opened, setOpened] = useState<ReadonlySet<Key>>(new Set())
  const branches = useBranches([...opened].map(String))
  // The way down to the chosen area is opened, whoever chose it.
  useEffect(() => {
    const above = (here.data?.path ?? []).map(({ id }) => id).filter((id) => id !== here.data?.id)
    if (above.length > 0)
      setOpened((before) => (above.every((id) => before.has(id)) ? before : new Set([...before, ...above])))
  }, [here.data])
  if (!top.data)
    return top.error ? (
      <PageProblem problem={top.error} onAgain={() => void top.refetch()} />
    ) : (
      <SkeletonList rows={8} />
    )
  return (
    <Tree
      aria-label={t('tree')}
      className="tree"
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={chosen ? [chosen] : []}
      onSelectionChange={(keys) => keys !== 'all' && [...keys][0] !== undefined && onChoose(String([...keys][0]))}
      expandedKeys={opened}
      onExpandedChange={setOpened}
    >
      {top.data.areas.map((area) => (
        <Branch key={area.id} area={area} branches={branches} />
      ))}
    </Tree>
  )
}
