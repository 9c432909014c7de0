import { readConfig } from '../src/ground/config.ts'
import { openAround } from '../src/main/open.ts'
import { openCaller } from './support/caller.ts'
import { figure } from './support/figure.ts'
import { freePort, monday, openBenchHouse } from './support/house.ts'
import { liveOnce } from './support/life.ts'
import { planFor, wayByHttp } from './support/life-by-http.ts'
import { openAuditor } from './support/lighthouse.ts'
import { cookieOf } from './support/visitor.ts'
import { scannedPdf } from '../journeys/papers.ts'

/** Weight and Lighthouse scores of five pages a citizen meets. Aims: 95 in each category, 30 KB of script. */
const scoreAim = { what: 'aim, at least', value: 95 }
const scriptAim = { what: 'aim, at most', value: 30_000 }

const house = await openBenchHouse()
const inside = await openAround(
  readConfig({ MOTCUA_DATA: house.data, MOTCUA_NOW: monday, MOTCUA_LOG: 'error', PORT: '0' }),
  house.appUrl,
)
const caller = openCaller(house.base, 2)
const auditor = await openAuditor(await freePort())
try {
  const cookie = await cookieOf(inside, 'congdan')
  const paper = await scannedPdf('Giấy tờ')
  const plan = await planFor(caller, '1.001193', paper)
  const { id } = await wayByHttp(caller).begin('congdan', { ...plan.draft, attachments: [] })
  const lived = (await liveOnce(wayByHttp(caller), plan, paper)) as unknown as { code: string }
  const pages: readonly [name: string, path: string, cookie?: string][] = [
    ['home', '/'],
    ['search results', '/thu-tuc?q=khai+sinh'],
    ['procedure', '/thu-tuc/1.001193'],
    ['e-form', `/ho-so/${id}/to-khai/child`, cookie],
    ['lookup result', `/tra-cuu/${lived.code}`],
  ]
  for (const [name, path, as] of pages) {
    const { scores, bytes, scriptBytes, wanting } = await auditor.weigh(`${house.base}${path}`, as)
    figure('pages', `${name}: over the wire, first visit`, bytes, 'bytes')
    figure('pages', `${name}: script`, scriptBytes, 'bytes', scriptAim)
    for (const [category, score] of scores)
      figure('pages', `${name}: Lighthouse ${category}`, score, 'points', scoreAim)
    if (wanting.length > 0) console.error(`${name}: ${wanting.join(', ')}`)
  }
} finally {
  await auditor.close()
  caller.close()
  await inside.close()
  await house.close()
}
