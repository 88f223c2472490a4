/**
 * Service definitions as BPMN 2.0, the language of analysts' modellers and of workflow engines: out with a diagram, and back in as a draft.
 * {@link id.loket.standard.bpmn.Chart} is the flow chart of an SOP; {@code BpmnWriter} and {@code Layout} write and draw it, {@code
 * BpmnReader} reads what came from elsewhere. Neither needs a database.
 */
package id.loket.standard.bpmn;
