namespace TopHalf.Declarations;

/// <summary>Which part of a declaration an <see cref="Anchor"/> points at.</summary>
internal enum AnchorPart
{
    Name,
    Word,
    TypeParameters,
    ReturnType,
    Parameters,
    Parameter,
    ParameterType,
    Attribute,
    Argument,
    Code,
}
