export const instanteFixo = '2026-06-01T00:00:00.000Z';
