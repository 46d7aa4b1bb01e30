// Change: adds the components that the steps of markdown/ name.
import MDXComponents from '@theme-original/MDXComponents';
import {Bibliography, Reference, ReferenceList} from '@site/src/components/Bibliography';
import {Citation, CitationGroup} from '@site/src/components/Citation';
import Code from '@site/src/components/Code';
import {Diagram, DiagramCaption} from '@site/src/components/Diagram';
import {
  FollowUp,
  FollowUpAnswer,
  FollowUpHeading,
  FollowUpQuestion,
} from '@site/src/components/FollowUp';
import FollowUpControls from '@site/src/components/FollowUpControls';
import {GlossaryEntry, GlossaryList} from '@site/src/components/Glossary';
import Table from '@site/src/components/Table';
import PracticeDoor from '@site/src/components/PracticeDoor';
import {StandingInLatest} from '@site/src/components/Standing';
import Term from '@site/src/components/Term';

export default {
  ...MDXComponents,
  Bibliography,
  Citation,
  CitationGroup,
  Code,
  // Within a line; blocks are made by markdown/code.ts.
  code: 'code',
  Diagram,
  DiagramCaption,
  FollowUp,
  FollowUpAnswer,
  FollowUpControls,
  FollowUpQuestion,
  'follow-up-heading': FollowUpHeading,
  GlossaryEntry,
  GlossaryList,
  PracticeDoor,
  Reference,
  ReferenceList,
  Table,
  Standing: StandingInLatest,
  Term,
};
