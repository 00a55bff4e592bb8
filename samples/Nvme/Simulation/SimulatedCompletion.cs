namespace TopHalf.Samples.Nvme;

/// <summary>The end of a command, before it is written.</summary>
internal readonly record struct SimulatedCompletion(int Queue, int Identifier, int SubmissionHead, NvmeStatus Status, uint Result);
