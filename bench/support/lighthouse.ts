import { launchBrowser } from '../../src/ground/testing/browser.ts'

type Item = { resourceType?: string; transferSize?: number; url: string }
type Audit = { id: string; title: string; score: number | null; details?: { items?: Item[] } }
type Category = { id: string; score: number | null; auditRefs: { id: string; weight: number }[] }
type Report = { finalDisplayedUrl: string; categories: Record<string, Category>; audits: Record<string, Audit> }
type Lighthouse = (url: string, flags: object) => Promise<{ lhr: Report } | undefined>

/** Comes with `bench/package.json`; its types would need a program of their own. */
const { default: lighthouse } = (await import('lighthouse' as string)) as { default: Lighthouse }

export type Weighed = {
  /** 0 to 100, for each of the four categories. */
  scores: [category: string, score: number][]
  /** Bytes over the wire (compressed), of everything and of scripts. */
  bytes: number
  scriptBytes: number
  /** What cost points: `category/audit`. */
  wanting: string[]
}

/** A browser that Lighthouse may look through. */
export async function openAuditor(port: number) {
  const browser = await launchBrowser([`--remote-debugging-port=${port}`])
  return {
    /** Lighthouse's own mobile setting: a slow telephone on a slow line, nothing kept from before. */
    async weigh(url: string, cookie?: string): Promise<Weighed> {
      const found = await lighthouse(url, {
        port,
        logLevel: 'error',
        extraHeaders: cookie ? { Cookie: cookie } : {},
        onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
      })
      if (!found) throw new Error(`Lighthouse said nothing of ${url}`)
      const seen = found.lhr.finalDisplayedUrl
      if (seen !== url) throw new Error(`Lighthouse was led from ${url} to ${seen}`)
      return read(found.lhr)
    },
    close: () => browser.close(),
  }
}

function read({ categories, audits }: Report): Weighed {
  const requests = audits['network-requests']?.details?.items ?? []
  const sum = (items: Item[]) => items.reduce((total, { transferSize = 0 }) => total + transferSize, 0)
  const wanting = Object.values(categories).flatMap(({ id, auditRefs }) =>
    auditRefs
      .filter(({ id: audit, weight }) => weight > 0 && (audits[audit]?.score ?? 1) < 0.9)
      .map((ref) => `${id}/${ref.id}`),
  )
  return {
    scores: Object.values(categories).map(({ id, score }) => [id, pointsOf(id, score)]),
    bytes: sum(requests),
    scriptBytes: sum(requests.filter(({ resourceType }) => resourceType === 'Script')),
    wanting,
  }
}

/** Lighthouse gives no score when it could not measure, as on a machine that is too busy: that is no nought. */
function pointsOf(category: string, score: number | null): number {
  if (score === null) throw new Error(`Lighthouse could not measure ${category}`)
  return score * 100
}
