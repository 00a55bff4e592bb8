using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TopHalf.Declarations;

namespace TopHalf.CodeFixes;

/// <summary>
/// TH1306: gives a handler whose acknowledge writes back pending bits an <c>[IrqPending]</c> of the acknowledge's register and
/// mask, which is right for registers that are read and written at one address. Not offered where there is one whose mask does
/// not fit, nor where the acknowledge is in another file.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddPendingFix)), Shared]
public sealed class AddPendingFix : DriverCodeFix
{
    private static readonly string[] Copied =
        [KnownNames.TypeArgument, KnownNames.BarArgument, KnownNames.OffsetArgument, KnownNames.MaskArgument];

    // How the register is found, where it is not simply at an offset.
    private static readonly string[] Addresses =
    [
        KnownNames.Stride, KnownNames.OffsetFrom, KnownNames.StrideFrom, KnownNames.Structure, KnownNames.IndexOffset, KnownNames.Index,
        KnownNames.IndexStride, KnownNames.BitStride,
    ];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DeclarationRules.NothingToEcho.Id];

    private protected override Repair? Find(
        SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } handler
            || model.GetDeclaredSymbol(handler, cancellationToken) is not { } method
            || Find(method, KnownNames.IrqPendingAttribute).Any()
            || Find(method, KnownNames.IrqAckAttribute).FirstOrDefault(IsEcho) is not { AttributeConstructor: { } constructor } acknowledge
            || acknowledge.ApplicationSyntaxReference is not { } reference
            || reference.SyntaxTree != root.SyntaxTree)
        {
            return null;
        }

        var source = (AttributeSyntax)reference.GetSyntax(cancellationToken);
        AttributeArgumentSyntax[] arguments =
        [
            .. Copied.Select(name => Declared.FindArgument(source, constructor, name)).OfType<AttributeArgumentSyntax>(),
            .. source.ArgumentList?.Arguments.Where(static a => a.NameEquals is { } name && Addresses.Contains(name.Name.Identifier.ValueText)) ?? [],
        ];
        AttributeSyntax pending = SyntaxFactory.Attribute(
            Declared.AttributeName(KnownNames.IrqPendingAttribute), SyntaxFactory.AttributeArgumentList(Separate(arguments)));

        int own = handler.AttributeLists.IndexOf(l => l.Attributes.Contains(source));
        int vector = handler.AttributeLists.IndexOf(l => l.Attributes.Any(a => IsVector(a, model, cancellationToken)));
        return new Repair(
            $"Give '{method.Name}' an [IrqPending] of the register that its [IrqAck] writes",
            handler,
            editor => editor.ReplaceNode(handler, (current, _) => own >= 0
                ? AttributeLists.InsertBefore((MemberDeclarationSyntax)current, own, pending)
                : AttributeLists.InsertAfter((MemberDeclarationSyntax)current, vector, pending)));
    }

    // The handler's own, or those of the class where it has none.
    private static IEnumerable<AttributeData> Find(IMethodSymbol method, string name)
        => Declared.FindAttribute(method, name) is null ? Declared.FindAttributes(method.ContainingType, name) : Declared.FindAttributes(method, name);

    private static bool IsEcho(AttributeData acknowledge)
        => acknowledge.NamedArguments.Any(static a => a is { Key: KnownNames.Clear, Value.Value: (byte)IrqClear.Echo });

    private static bool IsVector(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellationToken)
        => HandlerMark.Is(model.GetTypeInfo(attribute, cancellationToken).Type as INamedTypeSymbol);

    private static SeparatedSyntaxList<AttributeArgumentSyntax> Separate(AttributeArgumentSyntax[] arguments)
    {
        SyntaxToken comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        return SyntaxFactory.SeparatedList(
            arguments.Select(static a => a.WithoutTrivia()), Enumerable.Repeat(comma, Math.Max(0, arguments.Length - 1)));
    }
}
