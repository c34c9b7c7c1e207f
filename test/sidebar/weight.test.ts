import { sidebarWeight } from '../../build/sidebar-weight'

test('the sidebar weighs less than 60 kB, gzipped, without the texts of the catalogue', async () => {
  const weights = await sidebarWeight()
  expect(Object.keys(weights).sort()).toEqual(['css', 'js'])
  const sum = Object.values(weights).reduce((all, weight) => all + weight, 0)
  expect(sum).toBeGreaterThan(20_000)
  expect(sum).toBeLessThan(60_000)
})
