SwaggerUIBundle({ url: "/api/v1/openapi.json", dom_id: "#documentation", deepLinking: true, validatorUrl: null });
