// A process that sends what is due for one receiver, made to be killed while it waits for an answer.
import { callReceiver } from '#modules/callback/index.ts'
import { openHouse } from '../../src/commands/open-house.ts'
import { testConfig } from '../street.ts'

const [dataDir = '', appUrl = '', tenant = '', receiver = ''] = process.argv.slice(2)
const { house } = await openHouse(testConfig(dataDir, appUrl), () => {})
await callReceiver(house, tenant, receiver)
