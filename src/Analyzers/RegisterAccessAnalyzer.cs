using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TopHalf.Declarations;

namespace TopHalf.Analyzers;

/// <summary>
/// Holds the registers that the code of a driver class reads and writes at constant offsets against what the class declares:
/// the size of a BAR, and registers that a read clears.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RegisterAccessAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [DeclarationRules.ReadToClearReadTwice, DeclarationRules.RegisterOutsideBar];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.InterruptDriver) is not null)
            {
                start.RegisterSymbolStartAction(StartDriver, SymbolKind.NamedType);
            }
        });
    }

    private static void StartDriver(SymbolStartAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (DriverParser.FindDriverAttribute(type) is not { } attribute
            || DriverParser.Parse(type, attribute, new FaultFlag(), context.CancellationToken).IsFaulty)
        {
            return;
        }

        var bars = DeviceBars.Read(type, new FaultFlag());
        var readToClear = ReadToClear.Of(type);
        if (bars.IsEmpty && readToClear.IsEmpty)
        {
            return;
        }

        // Which BAR an access goes to is known only when the whole class was seen: a field may be set after its use.
        var accesses = new RegisterAccesses();
        context.RegisterOperationAction(
            operation => accesses.AddSource(operation.Operation),
            OperationKind.FieldInitializer,
            OperationKind.PropertyInitializer,
            OperationKind.VariableDeclarator,
            OperationKind.SimpleAssignment);
        context.RegisterOperationAction(operation => accesses.AddAccess(operation.Operation), OperationKind.Invocation);
        context.RegisterSymbolEndAction(end =>
        {
            var faults = new FaultReporter(end.ReportDiagnostic, end.CancellationToken);
            foreach (RegisterAccess access in accesses.Resolve())
            {
                bars.Find(access.Place.Bar)?.Check(access.Place, access.Offset, faults);
                if (access.IsRead)
                {
                    readToClear.Check(access.Place, access.Offset, faults);
                }
            }
        });
    }
}
