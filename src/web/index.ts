import type { FastifyInstance } from 'fastify'
import type { House } from '../ground/house.ts'

export async function webDoors(_app: FastifyInstance, _house: House): Promise<void> {}
