// Where the printable sheet of codes is: of an area, or of one place.
export const sheetAddress = (about: { areaId: string } | { id: string }): string =>
  `/api/place.sheet?${new URLSearchParams(about)}`
