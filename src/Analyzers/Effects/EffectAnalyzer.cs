using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// Proves that handlers, and what is marked [InterruptSafe], neither allocate nor block nor run without a bound, with all that they
/// reach: reads only that, and reports each root where it is, while it is typed.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EffectAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = EffectRules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // Other generators write code that handlers run.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            ImmutableArray<EffectsFile.Line> lines = EffectsFile.Read(start.Options, start.CancellationToken);
            var model = new EffectModel(start.Compilation, EffectsFile.ToTable(lines), IsNative(start.Options));
            if (!model.Contracts.IsPossible)
            {
                return;
            }

            start.RegisterSymbolAction(symbol => AnalyzeMethod(symbol, model), SymbolKind.Method);
            start.RegisterSymbolAction(
                symbol => Suppressions.Check(symbol.Symbol, model, symbol.ReportDiagnostic, symbol.CancellationToken),
                SymbolKind.Method, SymbolKind.Property, SymbolKind.Event, SymbolKind.NamedType);

            // What a class implements an interface with may be a method of its base class, which knows nothing of that.
            var borrowed = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
            start.RegisterSymbolAction(type => BorrowedMembers.Analyze(type, model, borrowed), SymbolKind.NamedType);
            start.RegisterSyntaxNodeAction(
                node => AnalyzeFunction(node, model),
                SyntaxKind.LocalFunctionStatement, SyntaxKind.ParenthesizedLambdaExpression);
            if (SafeDelegates.CanExist(start.Compilation, model.Contracts, start.CancellationToken))
            {
                start.RegisterOperationAction(creation => AnalyzeDelegate(creation, model), OperationKind.DelegateCreation);
            }

            if (!lines.IsEmpty)
            {
                start.RegisterAdditionalFileAction(static file => ReportErrors(file));
                start.RegisterCompilationEndAction(end => ReportUnused(end, lines, model));
            }
        });
    }

    // What the package shows to the compiler of a project's properties. A library that may be compiled with NativeAOT counts too.
    private static bool IsNative(AnalyzerOptions options)
    {
        return IsTrue("build_property.PublishAot") || IsTrue("build_property.IsAotCompatible");

        bool IsTrue(string property)
            => options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(property, out string? value)
                && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context, EffectModel model)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.IsAbstract || method.IsExtern || method.PartialImplementationPart is not null || model.Contracts.IsUnsafe(method) || !model.Contracts.IsChecked(method))
        {
            return;
        }

        // An async handler is a wrong declaration: that was said.
        if (method.IsAsync && model.Contracts.IsHandler(method))
        {
            return;
        }

        Roots.Prove(model.GetCode(method, Env.Empty), model, context.ReportDiagnostic, context.CancellationToken);
        if (model.Contracts.IsHandler(method))
        {
            foreach (Diagnostic race in model.Races.Of(method))
            {
                context.ReportDiagnostic(race);
            }
        }
    }

    // Functions in functions are no members: their attributes are found in the source.
    private static void AnalyzeFunction(SyntaxNodeAnalysisContext context, EffectModel model)
    {
        SyntaxNode syntax = context.Node;
        if (syntax is not (LocalFunctionStatementSyntax { AttributeLists.Count: > 0 } or ParenthesizedLambdaExpressionSyntax { AttributeLists.Count: > 0 }))
        {
            return;
        }

        IOperation? operation = model.GetModel(syntax.SyntaxTree).GetOperation(syntax, context.CancellationToken);
        if (((operation as ILocalFunctionOperation)?.Symbol ?? (operation as IAnonymousFunctionOperation)?.Symbol) is not { } function)
        {
            return;
        }

        Code root = operation is ILocalFunctionOperation ? model.GetCode(function, Env.Empty) : model.GetLambda(function, syntax, Env.Empty);
        if (model.Contracts.IsUnsafe(function))
        {
            Suppressions.Check(function, [root], model, context.ReportDiagnostic, context.CancellationToken);
        }
        else if (model.Contracts.IsChecked(function))
        {
            Roots.Prove(root, model, context.ReportDiagnostic, context.CancellationToken);
        }
    }

    // Made into a delegate under a contract, a function is checked where that happens.
    private static void AnalyzeDelegate(OperationAnalysisContext context, EffectModel model)
    {
        var creation = (IDelegateCreationOperation)context.Operation;
        if (creation.Type is not INamedTypeSymbol type || !model.Contracts.IsChecked(type))
        {
            return;
        }

        Code? root = creation.Target switch
        {
            IAnonymousFunctionOperation lambda when !model.Contracts.IsUnsafe(lambda.Symbol) && !model.Contracts.IsChecked(lambda.Symbol)
                => model.GetLambda(lambda.Symbol, lambda.Syntax, Env.Empty),
            IMethodReferenceOperation group => model.GetLambda(group.Method, group.Syntax, Env.Empty),
            _ => null,
        };
        if (root is not null)
        {
            Roots.Prove(root, model, context.ReportDiagnostic, context.CancellationToken);
        }
    }

    private static void ReportErrors(AdditionalFileAnalysisContext context)
    {
        if (!EffectsFile.Is(context.AdditionalFile))
        {
            return;
        }

        foreach (EffectsFile.Line line in EffectsFile.Read(context.AdditionalFile, context.CancellationToken))
        {
            if (line.Entry is null)
            {
                context.ReportDiagnostic(Diagnostic.Create(EffectRules.EffectsLine, line.Location, line.Error));
            }
        }
    }

    private static void ReportUnused(CompilationAnalysisContext context, ImmutableArray<EffectsFile.Line> lines, EffectModel model)
    {
        foreach (EffectsFile.Line line in lines)
        {
            if (line.Entry is not null && !model.UsedIds.ContainsKey(line.Id))
            {
                string why = EffectsFile.Resolves(line.Id, context.Compilation) ? "no handler reaches it" : "nothing has this documentation-comment id";
                context.ReportDiagnostic(Diagnostic.Create(EffectRules.UnusedEffectsLine, line.Location, line.Id, why));
            }
        }
    }
}
