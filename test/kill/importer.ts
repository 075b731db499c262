// A process of its own that does what is due for imports, and nothing else: made to be killed. STREET holds the settings of its house.
import { readConfig } from '#kernel/config.ts'
import { startImports } from '#modules/register/index.ts'
import { openHouse } from '../../src/commands/open-house.ts'

const opened = await openHouse({ ...readConfig({}), ...JSON.parse(process.env.STREET ?? '{}') }, () => {})
startImports(opened.house, opened.config.keyFile)
