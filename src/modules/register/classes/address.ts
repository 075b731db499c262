// An address taken apart into compound, building, unit and room, and the one way of writing it that is compared.

export type Address = {
  /** As kept and shown: half-width, trimmed. */
  readonly text: string
  /** `address_key`: half-width, simplified, without spaces and brackets, 栋 and 幢 as 号楼, figures for 三单元. */
  readonly key: string
  /** What stands before the building, as in the key: 街道, 社区, 小区, 路 with its number. */
  readonly before: string
  /** 3号楼; ''. */
  readonly building: string
  /** 2单元; ''. */
  readonly unit: string
  /** 502; ''. */
  readonly room: string
}
