/** The properties of the page of a section of «Administración». */
export interface SectionProps {
  /** The part of the URL after the section, such as the topic to edit. */
  item: string | undefined;
}
