import type {Root} from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import type {Plugin} from 'unified';

import type {ContentModel, ContentPage, ContentVersion} from '../content-model/model.ts';
import alsoAsked from './alsoAsked.ts';
import citations, {citationInputs} from './citations/citations.ts';
import code from './code.ts';
import corrections from './corrections.ts';
import type {Context, Inputs} from './context.ts';
import laterCorrections, {laterCorrectionInputs} from './laterCorrections.ts';
import diagramFigures, {diagramInputs} from './diagrams/diagramFigures.ts';
import followUps from './followUps.ts';
import {glossaryList, glossaryListInputs, termInputs, terms} from './glossary/glossary.ts';
import interviewAnswer from './interviewAnswer.ts';
import nextQuestions, {nextQuestionsInputs} from './nextQuestions.ts';
import verification, {verificationInputs} from './verification.ts';
import practicePlaces from './practicePlaces.ts';
import readingPath, {readingPathInputs} from './readingPath.ts';
import reruns, {rerunInputs} from './reruns.ts';
import tables from './tables.ts';

interface Step {
  plugin: Plugin<[], Root> | Plugin<[Context], Root>;
  /** Of what other files it makes a page; nothing when left out. */
  inputs?: Inputs;
}

/** From Markdown to page: every step of ours, in order, with the reason for its place. */
const steps: Step[] = [
  // An extension of the parser: before anything is parsed.
  {plugin: remarkCjkFriendly},
  // Takes its questions out of the text, so that no later step reads them.
  {plugin: alsoAsked},
  // Only names its block: its text goes through all that follows.
  {plugin: interviewAnswer},
  // Before followUps, inside whose elements the boxes are no longer at the top.
  {plugin: verification, inputs: verificationInputs},
  // Before citations: the list of terms brings citations of its own.
  {plugin: glossaryList, inputs: glossaryListInputs},
  // Before diagrams and code, whose results have no Markdown left in which to look for `[@key]`.
  {plugin: citations, inputs: citationInputs},
  // Only names lists and strikes words; before terms, which would take up the words.
  {plugin: corrections},
  // Before followUps: a table's name is the heading above it.
  {plugin: tables},
  // Before code, which takes every block that is left.
  {plugin: diagramFigures, inputs: diagramInputs},
  // Before code, of whose blocks it reads the text.
  {plugin: reruns, inputs: rerunInputs},
  {plugin: code},
  // After all that makes or takes text, and before followUps, inside whose elements the first use of a term is the same.
  {plugin: terms, inputs: termInputs},
  // After terms, of which its lines explain none; before followUps, as all that looks for headings.
  {plugin: laterCorrections, inputs: laterCorrectionInputs},
  // Takes whole answers into elements: whoever looks for headings and blocks at the top comes before.
  {plugin: followUps},
  // Looks for the last of those elements.
  {plugin: nextQuestions, inputs: nextQuestionsInputs},
  // Looks for the elements of followUps.
  {plugin: practicePlaces},
  // Adds lines outside the answers: followUps would take the last one into the last answer.
  {plugin: readingPath, inputs: readingPathInputs},
];

/** The steps as remark plugins. */
export function remarkPlugins(context: Context): [Step['plugin'], Context][] {
  return steps.map(({plugin}) => [plugin, context]);
}

/** All that a page takes of other files. */
export function pageInputs(
  page: ContentPage,
  version: ContentVersion,
  content: ContentModel,
): unknown[] {
  return steps.map(({inputs}) => inputs?.(page, version, content) ?? null);
}
