using System.Runtime.InteropServices;

namespace SalesReports.Documents.Charts;

/// <summary>A place in a chart's own box, origin top left, in the unit of its width and height.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ChartPoint(float X, float Y);
