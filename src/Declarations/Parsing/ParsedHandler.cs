namespace TopHalf.Declarations;

/// <summary>A handler, and what it adds to the driver's release steps.</summary>
internal sealed record ParsedHandler(HandlerModel Model, StepModel? Release);
