namespace TopHalf.Declarations;

/// <summary>A handler method.</summary>
/// <param name="Name">The method's name, without any <c>@</c>.</param>
/// <param name="IsStatic">Called through the type instead of the driver object.</param>
/// <param name="IsObsolete">Obsolete for other callers: generated code must be able to call it all the same.</param>
public sealed record HandlerMethodModel(string Name, bool IsStatic, bool IsObsolete = false);
