import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type Page } from 'playwright-core'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * A browser for journeys: the one that `CHROMIUM` names, else the machine's own, else the one that came with the
 * packages. It never calls home, and runs as root too.
 */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const quiet = [
    ...more,
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-dev-shm-usage',
    '--disable-component-update',
  ]
  const executablePath = process.env['CHROMIUM'] ?? installed.find((path) => existsSync(path))
  if (executablePath) return chromium.launch({ executablePath, args: quiet })
  const packed = await packedChromium()
  return chromium.launch({ executablePath: packed.executablePath, args: [...packed.args, ...quiet] })
}

/**
 * What axe finds wrong with the page that is open, every rule of it. Our pages have no frames of other sites, so it works in the page
 * itself: asked to work across frames it opens a second page each time and costs twice the processor time.
 */
export async function violationsOn(page: Page): Promise<{ id: string; nodes: string[] }[]> {
  const axe = new AxeBuilder({ page: page as never }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`),
  }))
}

/**
 * The packed browser unpacks itself (209 MB) into the temporary folder, readable by its owner only, so each user has a
 * folder of his own. It brings the libraries it needs only when it believes to run in the cloud it was packed for.
 */
async function packedChromium(): Promise<{ executablePath: string; args: string[] }> {
  const own = join(tmpdir(), `motcua-browser-${process.getuid?.()}`)
  mkdirSync(own, { recursive: true, mode: 0o700 })
  process.env['TMPDIR'] = own
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x'
  const { default: packed } = await import('@sparticuz/chromium')
  const unwanted = new Set(['--single-process', '--no-zygote'])
  return { executablePath: await packed.executablePath(), args: packed.args.filter((each) => !unwanted.has(each)) }
}
