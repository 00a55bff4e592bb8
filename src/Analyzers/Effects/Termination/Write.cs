using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>A place where a variable gets a value.</summary>
/// <param name="Path">The variable.</param>
/// <param name="Motion">Where it moves.</param>
/// <param name="Value">What it gets, or moves by; nothing, where that is not known.</param>
/// <param name="IsCertain">Whether it moves whenever the flow comes by.</param>
/// <param name="IsByReference">Whether the path is that of a reference to the variable.</param>
/// <param name="Returned">What its method returns after it, where that is always the same.</param>
/// <param name="Call">The call of that method.</param>
internal sealed record Write(string Path, Motion Motion, IOperation? Value, bool IsCertain = true, bool IsByReference = false, bool? Returned = null, IOperation? Call = null);
