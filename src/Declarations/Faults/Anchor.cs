using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TopHalf.Declarations;

/// <summary>
/// The place of a fault, named but not yet looked up: finding a location means walking syntax, which the generator's path
/// never does.
/// </summary>
public readonly struct Anchor
{
    private readonly ISymbol? _symbol;
    private readonly AttributeData? _attribute;
    private readonly AnchorPart _part;
    private readonly string? _argument;
    private readonly SyntaxKind _token;
    private readonly SyntaxNode? _node;

    private Anchor(
        AnchorPart part,
        ISymbol? symbol,
        AttributeData? attribute,
        string? argument = null,
        SyntaxKind token = default,
        SyntaxNode? node = null)
    {
        _part = part;
        _symbol = symbol;
        _attribute = attribute;
        _argument = argument;
        _token = token;
        _node = node;
    }

    /// <summary>The name of a type or member where it is declared.</summary>
    public static Anchor Name(ISymbol symbol) => new(AnchorPart.Name, symbol, null);

    /// <summary>A word before the name: a modifier, or the <c>record</c> of a record.</summary>
    public static Anchor Word(ISymbol symbol, SyntaxKind token) => new(AnchorPart.Word, symbol, null, token: token);

    /// <summary>The type parameters of a generic type or method, brackets included.</summary>
    public static Anchor TypeParameters(ISymbol symbol) => new(AnchorPart.TypeParameters, symbol, null);

    /// <summary>The type that a method returns.</summary>
    public static Anchor ReturnType(IMethodSymbol method) => new(AnchorPart.ReturnType, method, null);

    /// <summary>The parameters of a method, parentheses included.</summary>
    public static Anchor Parameters(IMethodSymbol method) => new(AnchorPart.Parameters, method, null);

    /// <summary>One parameter, from its modifiers to its name.</summary>
    public static Anchor Parameter(IParameterSymbol parameter) => new(AnchorPart.Parameter, parameter, null);

    /// <summary>The type of one parameter.</summary>
    public static Anchor ParameterType(IParameterSymbol parameter) => new(AnchorPart.ParameterType, parameter, null);

    /// <summary>An attribute with its arguments.</summary>
    public static Anchor Attribute(AttributeData attribute) => new(AnchorPart.Attribute, null, attribute);

    /// <summary>The value that an attribute gives for a constructor parameter or a property.</summary>
    public static Anchor Argument(AttributeData attribute, string name) => new(AnchorPart.Argument, null, attribute, name);

    /// <summary>Code in a method. For checks that only analyzers run.</summary>
    public static Anchor Code(SyntaxNode node) => new(AnchorPart.Code, null, null, node: node);

    /// <summary>Looks the place up. For analyzers.</summary>
    public Location Locate(CancellationToken cancellationToken) => _part switch
    {
        AnchorPart.Code => _node!.GetLocation(),
        AnchorPart.Attribute => AttributeLocator.Locate(_attribute!, null, cancellationToken),
        AnchorPart.Argument => AttributeLocator.Locate(_attribute!, _argument, cancellationToken),
        _ => SymbolLocator.Locate(_symbol!, _part, _token, cancellationToken),
    };
}
