/** What the page of a section of «Administración» receives. */
export interface SectionProps {
  /** The rest of the address, such as the topic to edit. */
  item: string | undefined;
}
