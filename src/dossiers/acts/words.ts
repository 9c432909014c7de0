import { z } from 'zod'

/** What somebody writes with an act: a reason, a guidance, a basis. */
export const written = (longest: number) => z.string().trim().normalize('NFC').min(1).max(longest)
export const version = z.int().min(1)
