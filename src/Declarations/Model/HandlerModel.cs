namespace TopHalf.Declarations;

/// <summary>A handler method and what is done around it.</summary>
/// <param name="Name">The method's name, without any <c>@</c>.</param>
/// <param name="IsStatic">Called through the type instead of the driver object.</param>
/// <param name="Vectors">Its vectors, by first vector.</param>
/// <param name="Program">Its steps in the order of execution, the handler's own included.</param>
/// <param name="IsObsolete">Obsolete for other callers: generated code must be able to call it all the same.</param>
public sealed record HandlerModel(
    string Name,
    bool IsStatic,
    EquatableArray<VectorRangeModel> Vectors,
    EquatableArray<StepModel> Program,
    bool IsObsolete = false);
